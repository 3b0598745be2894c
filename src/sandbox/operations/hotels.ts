import type { Handler } from './operation.ts';
import { toPage } from './pages.ts';

const defaultPageSize = 20;
const organizationID = '18';

export const getHotels: Handler<'getHotels'> = ({ input, properties }) => {
  const { propertyName = '', propertyCity = '', pageNumber = 1, pageSize = defaultPageSize } = input;
  const found = properties.filter(({ name, city }) => name.includes(propertyName) && city.includes(propertyCity));
  const page = toPage(found, { pageNumber, pageSize });
  const data = page.data.map(({ propertyId, name, timezone }) => ({
    propertyID: propertyId,
    organizationID,
    propertyName: name,
    propertyImage: '',
    propertyDescription: '',
    propertyTimezone: timezone,
  }));
  return { success: true, ...page, data };
};

export const getHotelDetails: Handler<'getHotelDetails'> = ({ property }) => ({
  success: true,
  data: {
    propertyID: property.propertyId,
    organizationID,
    propertyName: property.name,
    propertyType: 'hotel',
    propertyPrimaryLanguage: 'en',
    propertyPhone: '+43 1 555 01 00',
    propertyEmail: 'frontdesk@hotel.example',
    propertyAddress: {
      propertyAddress1: '12 Station Street',
      propertyAddress2: '',
      propertyCity: property.city,
      propertyState: '',
      propertyZip: '1010',
      propertyCountry: property.country,
    },
    propertyPolicy: { propertyCheckInTime: '15:00:00', propertyCheckOutTime: '11:00:00' },
  },
});
