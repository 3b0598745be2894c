import { useState } from 'preact/hooks';
import { getData, ProblemError } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { toNumberText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import {
  type ColumnField,
  columnFields,
  type Columns,
  guessColumns,
  type OwnListFile,
  readOwnList,
} from './own-list-file.ts';
import { type CellProblem, OwnListProblems, toCellProblems } from './own-list-problems.tsx';

interface OwnListDialogProps {
  readonly propertyId: string;
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

type DateOrder = 'day-first' | 'month-first';

/** Takes a file in place of the property's own list, or says of each cell what cannot be understood. */
export function OwnListDialog({ propertyId, onClose, onGiven }: OwnListDialogProps) {
  const [file, setFile] = useState<OwnListFile>();
  const [columns, setColumns] = useState<Columns>({});
  const [dateOrder, setDateOrder] = useState<DateOrder>('day-first');
  const [problems, setProblems] = useState<readonly CellProblem[]>([]);
  const choose = async (chosen: File | undefined) => {
    const read = chosen === undefined ? undefined : await readOwnList(chosen);
    setProblems(chosen !== undefined && read === undefined ? [{ code: 'wrong_encoding' }] : []);
    setFile(read);
    setColumns(guessColumns(read?.header ?? []));
  };
  const send = async () => {
    setProblems([]);
    const path = '/api/v1/properties/{propertyId}/watchlists/own';
    const body = { csv: file?.csv ?? '', mapping: { ...columns, dateOrder } };
    try {
      const list = await getData(client.POST(path, { params: { path: { propertyId } }, body }));
      announce(t('administration.lists.given', { shown: toNumberText(list.persons ?? 0) }));
    } catch (error) {
      if (error instanceof ProblemError) setProblems(toCellProblems(error));
      throw error;
    }
    onGiven();
    onClose();
  };
  const isNamed = columns.name !== undefined || columns.family !== undefined;
  return (
    <Dialog title={t('administration.lists.give')} onClose={onClose}>
      <p>{t('administration.lists.giveMeans')}</p>
      <ActionForm submit={t('administration.lists.give')} onSubmit={send} isReady={file !== undefined && isNamed}>
        <label class="field">
          <span class="legend">{t('administration.lists.file')}</span>
          <input
            class="input"
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </label>
        {file !== undefined && (
          <>
            <ColumnsField header={file.header} columns={columns} onChange={setColumns} />
            <Choice
              label={t('administration.lists.dateOrder')}
              value={dateOrder}
              options={[
                ['day-first', t('administration.lists.dayFirst')],
                ['month-first', t('administration.lists.monthFirst')],
              ]}
              onChange={setDateOrder}
            />
          </>
        )}
        <OwnListProblems problems={problems} />
      </ActionForm>
    </Dialog>
  );
}

interface ColumnsFieldProps {
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

function ColumnsField({ header, columns, onChange }: ColumnsFieldProps) {
  const none = ['', t('administration.lists.noColumn')] as const;
  const choose = (field: ColumnField) => (name: string) => {
    const others = Object.fromEntries(Object.entries(columns).filter(([other]) => other !== field));
    onChange(name === '' ? others : { ...others, [field]: name });
  };
  return (
    <fieldset class="choices">
      <legend class="legend">{t('administration.lists.columns')}</legend>
      <p class="hint">{t('administration.lists.columnsHint')}</p>
      <div class="fields">
        {columnFields.map((field) => (
          <Choice
            key={field}
            label={t(`administration.lists.fields.${field}`)}
            value={columns[field] ?? ''}
            options={[none, ...[...new Set(header)].map((name) => [name, name] as const)]}
            onChange={choose(field)}
          />
        ))}
      </div>
    </fieldset>
  );
}
